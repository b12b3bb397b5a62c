// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import bench.targets.libraries.Bcel;
import bench.targets.libraries.Csv;
import bench.targets.libraries.FastJson;
import bench.targets.libraries.Imaging;
import bench.targets.libraries.JacksonJson;
import bench.targets.libraries.JsonSanitizeIdem;
import bench.targets.libraries.JsonSimple;
import bench.targets.libraries.JsoupParse;
import bench.targets.libraries.OrgJson;
import bench.targets.libraries.Snake;
import bench.targets.planted.Checksum;
import bench.targets.planted.ExitProcess;
import bench.targets.planted.FuzzBytes;
import bench.targets.planted.Hang;
import bench.targets.planted.MagicString;
import bench.targets.planted.Maze;
import bench.targets.planted.Oom;
import bench.targets.planted.Reverse;
import bench.targets.planted.StackOverflow;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is fuzzed: a class with {@code public static void fuzzerTestOneInput(byte[])}.
 *
 * @param className its binary name
 * @param planted whether it has one failure, and finding it is all; else it is a library, of which
 *     is counted how much is reached
 */
record Target(String className, boolean planted) {

  /** Those of {@link bench.targets.planted} and {@link bench.targets.libraries}. */
  static final List<Target> BUILT_IN =
      Stream.concat(
              Stream.of(
                      Checksum.class,
                      ExitProcess.class,
                      FuzzBytes.class,
                      Hang.class,
                      MagicString.class,
                      Maze.class,
                      Oom.class,
                      Reverse.class,
                      StackOverflow.class)
                  .map(type -> new Target(type.getName(), true)),
              Stream.of(
                      Bcel.class,
                      Csv.class,
                      FastJson.class,
                      Imaging.class,
                      JacksonJson.class,
                      JsonSanitizeIdem.class,
                      JsonSimple.class,
                      JsoupParse.class,
                      OrgJson.class,
                      Snake.class)
                  .map(type -> new Target(type.getName(), false)))
          .toList();

  /** Its name without its package. */
  String simpleName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
