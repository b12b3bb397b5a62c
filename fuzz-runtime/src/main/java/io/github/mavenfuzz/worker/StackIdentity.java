// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.protocol.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says whether two failures are the same: 16 hexadecimal digits of a digest over the root cause's
 * class and its frames in the project and its libraries. No messages, no frames of the JDK, of
 * reflection or of ours; and no recursion, so that the same failure deeper in it is the same
 * failure.
 */
final class StackIdentity {
  private static final int DIGITS = 16;

  /** Causes further down than this are not looked at: chains can be endless, or circles. */
  private static final int MAX_CAUSES = 100;

  /** How the JVM words what an initializer failed with. */
  private static final Pattern REMEMBERED = Pattern.compile("Exception ([^\\s:]+)");

  /** How many methods nearest to the target tell one hang from another: those above keep moving. */
  private static final int HANG_METHODS = 8;

  /** The same for memory that ran out, which it may do in any method that is called. */
  private static final int MEMORY_METHODS = 3;

  private StackIdentity() {}

  static String of(Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    for (int i = 0; i < chain.size(); i++) {
      if (chain.get(i) instanceof ExceptionInInitializerError error) {
        return ofInitializer(error, i + 1 < chain.size() ? rootCause(thrown) : null);
      }
    }
    Throwable root = rootCause(thrown);
    if (root instanceof OutOfMemoryError) {
      // Where exactly memory ends is chance.
      Collection<String> methods = methods(fromBelow(framesOf(root)), MEMORY_METHODS);
      return methods.isEmpty() && Failures.isHeapFull(root)
          ? Failure.NOWHERE
          : digest(OutOfMemoryError.class.getName(), methods);
    }
    StackTraceElement[] frames = framesOf(root);
    Collection<String> distinct =
        root instanceof StackOverflowError ? recurring(frames) : withoutLoops(frames);
    return digest(root.getClass().getName(), distinct);
  }

  /**
   * A class initializer fails for whoever comes first, and is then remembered: the {@code
   * NoClassDefFoundError}s that follow are the same failure. They have the cause's frames, but of
   * the cause itself no more than its name, in the message.
   */
  private static String ofInitializer(
      ExceptionInInitializerError error, @Nullable Throwable cause) {
    Matcher remembered = REMEMBERED.matcher(String.valueOf(error.getMessage()));
    String type =
        cause != null
            ? cause.getClass().getName()
            : remembered.lookingAt() ? remembered.group(1) : "";
    List<String> frames = new ArrayList<>();
    for (String frame : withoutLoops(framesOf(cause != null ? cause : error))) {
      frames.add(frame);
      if (frame.contains(".<clinit>:")) {
        break;
      }
    }
    return digest(type, frames);
  }

  /**
   * A loop keeps moving: what stays is the way to it, and the method that it is in.
   *
   * @param samples stacks of the same thread from one moment to the next
   */
  static String ofHang(List<StackTraceElement[]> samples) {
    List<StackTraceElement> common = null;
    for (StackTraceElement[] sample : samples) {
      List<StackTraceElement> frames = fromBelow(sample);
      common = common == null ? frames : commonStart(common, frames);
    }
    return digest("timeout", methods(common == null ? List.of() : common, HANG_METHODS));
  }

  /** Up to the first method that is at different places, which is the last of them. */
  private static List<StackTraceElement> commonStart(
      List<StackTraceElement> one, List<StackTraceElement> other) {
    int end = 0;
    while (end < Math.min(one.size(), other.size()) && one.get(end).equals(other.get(end))) {
      end++;
    }
    boolean loop =
        end < Math.min(one.size(), other.size())
            && method(one.get(end)).equals(method(other.get(end)));
    return one.subList(0, loop ? end + 1 : end);
  }

  /** The frames above ours, beginning with the target's own. */
  private static List<StackTraceElement> fromBelow(StackTraceElement[] frames) {
    List<StackTraceElement> result = aboveOurs(frames);
    Collections.reverse(result);
    return result;
  }

  /** The frames down to the target's own. */
  private static List<StackTraceElement> aboveOurs(StackTraceElement[] frames) {
    List<StackTraceElement> result = new ArrayList<>();
    for (StackTraceElement frame : frames) {
      if (isOurs(frame)) {
        break;
      }
      result.add(frame);
    }
    return result;
  }

  private static Collection<String> methods(List<StackTraceElement> frames, int most) {
    return frames.stream()
        .filter(StackIdentity::isProject)
        .map(StackIdentity::method)
        .distinct()
        .limit(most)
        .toList();
  }

  static Throwable rootCause(Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    return chain.get(chain.size() - 1);
  }

  /** What was thrown, its cause, that one's cause and so on. */
  static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable one = thrown; one != null && chain.size() <= MAX_CAUSES; one = causeOf(one)) {
      chain.add(one);
    }
    return chain;
  }

  private static @Nullable Throwable causeOf(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable e) {
      // The target's own class, which may do anything.
      return null;
    }
  }

  private static StackTraceElement[] framesOf(Throwable thrown) {
    try {
      return Arrays.stream(thrown.getStackTrace())
          .filter(Objects::nonNull)
          .toArray(StackTraceElement[]::new);
    } catch (Throwable e) {
      // The same; null, too.
      return new StackTraceElement[0];
    }
  }

  /** Whether this frame, and so all below it, are this library's and not the target's. */
  static boolean isOurs(StackTraceElement frame) {
    return isOurFrame(frame.getClassName());
  }

  /** The same for a frame as it is printed, {@code app//io.github.mavenfuzz.worker...}. */
  static boolean isOurFrame(String frame) {
    return frame
        .substring(frame.lastIndexOf('/', frame.indexOf('.')) + 1)
        .startsWith("io.github.mavenfuzz.worker.");
  }

  /**
   * The frames from where it failed down to the target, without recursion: what lies between two
   * frames of one method is how the input was nested.
   */
  private static List<String> withoutLoops(StackTraceElement[] frames) {
    List<StackTraceElement> project =
        aboveOurs(frames).stream().filter(StackIdentity::isProject).toList();
    List<String> methods = project.stream().map(StackIdentity::method).toList();
    List<String> result = new ArrayList<>();
    for (int i = 0; i < project.size(); i = methods.lastIndexOf(methods.get(i)) + 1) {
      result.add(text(project.get(i)));
    }
    return result;
  }

  /** The frames of the recursion itself: where in it the stack ends, and what led to it, vary. */
  private static Set<String> recurring(StackTraceElement[] frames) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (StackTraceElement frame : frames) {
      if (isProject(frame)) {
        counts.merge(text(frame), 1, Integer::sum);
      }
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Set<String> result = new TreeSet<>();
    counts.forEach(
        (frame, count) -> {
          if (count > most / 2) {
            result.add(frame);
          }
        });
    return result;
  }

  private static boolean isProject(StackTraceElement frame) {
    return !Failure.isPlatform(frame.getClassName());
  }

  private static String text(StackTraceElement frame) {
    return method(frame) + ":" + frame.getLineNumber();
  }

  private static String method(StackTraceElement frame) {
    // Generated classes are numbered in the order in which this JVM happened to make them.
    String name = frame.getClassName();
    int generated = name.indexOf("$$");
    return (generated < 0 ? name : name.substring(0, generated)) + "." + frame.getMethodName();
  }

  private static String digest(String type, Collection<String> frames) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      String text = type + "\n" + String.join("\n", frames);
      byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGITS / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
