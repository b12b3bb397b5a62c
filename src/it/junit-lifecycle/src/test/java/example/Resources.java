// SPDX-License-Identifier: Apache-2.0
package example;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** An extension as projects have them. */
class Resources
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  record Resource(String name) {}

  @Override
  public void beforeAll(ExtensionContext context) {
    Events.add("extension before all");
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Events.add("extension before each");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Events.add("extension after each");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Events.add("extension after all");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Resource.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new Resource("a resource");
  }
}
