// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What the POM configures for Surefire: how the module's tests want to be run. */
final class SurefireSettings {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-surefire-plugin";
  private static final String EXECUTION = "default-test";

  private final @Nullable Xpp3Dom configuration;
  private final Placeholders placeholders;

  SurefireSettings(@Nullable Xpp3Dom configuration, Placeholders placeholders) {
    this.configuration = configuration;
    this.placeholders = placeholders;
  }

  static SurefireSettings of(MavenProject project, Placeholders placeholders) {
    Plugin plugin = project.getPlugin(PLUGIN);
    if (plugin == null) {
      return new SurefireSettings(null, placeholders);
    }
    // Maven merges the plugin's configuration into that of its executions.
    PluginExecution execution = plugin.getExecutionsAsMap().get(EXECUTION);
    Object configuration =
        execution != null && execution.getConfiguration() != null
            ? execution.getConfiguration()
            : plugin.getConfiguration();
    return new SurefireSettings(configuration instanceof Xpp3Dom dom ? dom : null, placeholders);
  }

  /** The JVM arguments: configured, or of the property that JaCoCo and others set. */
  String argLine() {
    String configured = value("argLine");
    if (configured != null) {
      return configured;
    }
    String property = placeholders.value("argLine");
    return property == null ? "" : property;
  }

  /** A parameter of one value; null if it is not configured. */
  @Nullable String value(String parameter) {
    Xpp3Dom child = configuration == null ? null : configuration.getChild(parameter);
    return child == null || child.getValue() == null ? null : placeholders.expand(child.getValue());
  }

  /** A parameter of names and values; empty if it is not configured. */
  Map<String, String> map(String parameter) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Xpp3Dom child : children(parameter)) {
      String value = child.getValue();
      map.put(child.getName(), value == null ? "" : placeholders.expand(value));
    }
    return map;
  }

  /** A parameter of several values; empty if it is not configured. */
  List<String> list(String parameter) {
    List<String> list = new ArrayList<>();
    for (Xpp3Dom child : children(parameter)) {
      if (child.getValue() != null) {
        list.add(placeholders.expand(child.getValue()));
      }
    }
    return list;
  }

  private Xpp3Dom[] children(String parameter) {
    Xpp3Dom child = configuration == null ? null : configuration.getChild(parameter);
    return child == null ? new Xpp3Dom[0] : child.getChildren();
  }
}
