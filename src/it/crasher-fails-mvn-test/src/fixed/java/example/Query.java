// SPDX-License-Identifier: Apache-2.0
package example;

public final class Query {
  private Query() {}

  /** The value of a query such as {@code ?name=value}; empty if there is none. */
  public static String value(String query) {
    int equals = query.indexOf('=');
    return query.startsWith("?") && equals > 0 ? query.substring(equals + 1) : "";
  }
}
