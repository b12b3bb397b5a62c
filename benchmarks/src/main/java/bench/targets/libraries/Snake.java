// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML with SnakeYAML 1.26. */
public final class Snake {
  private Snake() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Object unused =
          new Yaml(new SafeConstructor()).load(new String(data, StandardCharsets.UTF_8));
    } catch (YAMLException e) {
      // No YAML: that is no failure.
    }
  }
}
