// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what is left of {@code ${...}} in another plugin's configuration, and {@code @{...}},
 * which Surefire evaluates late, by the values that properties have now. Undefined ones vanish.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("[$@]\\{([^{}]+)}");

  private final Function<String, @Nullable String> lookup;

  Placeholders(Function<String, @Nullable String> lookup) {
    this.lookup = lookup;
  }

  /** Looks up where Maven would, and first what goals set in the lifecycle that this one forked. */
  static Placeholders of(MavenSession session, MavenProject project, MojoExecution execution) {
    PluginParameterExpressionEvaluator evaluator =
        new PluginParameterExpressionEvaluator(session, execution);
    return new Placeholders(
        key -> {
          if (key.equals("surefire.forkNumber")) {
            return "1";
          }
          String value = session.getUserProperties().getProperty(key);
          if (value == null) {
            value = project.getExecutionProject().getProperties().getProperty(key);
          }
          return value != null ? value : evaluate(evaluator, key);
        });
  }

  private static @Nullable String evaluate(
      PluginParameterExpressionEvaluator evaluator, String key) {
    try {
      Object value = evaluator.evaluate("${" + key + "}");
      return value == null ? null : value.toString();
    } catch (ExpressionEvaluationException e) {
      return null;
    }
  }

  /** The value of a property; null if it is undefined. */
  @Nullable String value(String key) {
    String value = lookup.apply(key);
    return value == null ? null : expand(value);
  }

  String expand(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    return matcher.replaceAll(
        match -> {
          String value = lookup.apply(match.group(1));
          return value == null ? "" : Matcher.quoteReplacement(value);
        });
  }
}
