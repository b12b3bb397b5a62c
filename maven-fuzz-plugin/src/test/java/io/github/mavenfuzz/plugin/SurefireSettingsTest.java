// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class SurefireSettingsTest {
  private final Placeholders placeholders =
      new Placeholders(Map.of("heap", "1g", "argLine", "-Dof=property")::get);

  @Test
  void argLine_isTheConfiguredOne() throws Exception {
    assertThat(settings("<argLine>@{none} -Xmx@{heap}</argLine>").argLine()).isEqualTo(" -Xmx1g");
  }

  @Test
  void argLine_isThePropertyByDefault() throws Exception {
    assertThat(settings("").argLine()).isEqualTo("-Dof=property");
    assertThat(new SurefireSettings(null, placeholders).argLine()).isEqualTo("-Dof=property");
  }

  @Test
  void map_keepsOrderAndEmptyValues() throws Exception {
    assertThat(
            settings("<environmentVariables><B>${heap}</B><A/></environmentVariables>")
                .map("environmentVariables"))
        .containsExactly(Map.entry("B", "1g"), Map.entry("A", ""));
    assertThat(settings("").map("environmentVariables")).isEmpty();
  }

  @Test
  void list_isTheChildren() throws Exception {
    assertThat(
            settings("<additionalClasspathElements><e>a</e><e>b</e></additionalClasspathElements>")
                .list("additionalClasspathElements"))
        .containsExactly("a", "b");
  }

  @Test
  void of_prefersTheExecutionOfTheTestGoal() throws Exception {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.apache.maven.plugins");
    plugin.setArtifactId("maven-surefire-plugin");
    plugin.setConfiguration(dom("<argLine>-Dplugin</argLine>"));
    Build build = new Build();
    build.addPlugin(plugin);
    Model model = new Model();
    model.setBuild(build);
    MavenProject project = new MavenProject(model);
    assertThat(SurefireSettings.of(project, placeholders).argLine()).isEqualTo("-Dplugin");

    PluginExecution execution = new PluginExecution();
    execution.setId("default-test");
    execution.setConfiguration(dom("<argLine>-Dexecution</argLine>"));
    plugin.addExecution(execution);
    plugin.flushExecutionMap();
    assertThat(SurefireSettings.of(project, placeholders).argLine()).isEqualTo("-Dexecution");
  }

  private SurefireSettings settings(String xml) throws Exception {
    return new SurefireSettings(dom(xml), placeholders);
  }

  private static Xpp3Dom dom(String xml) throws Exception {
    return Xpp3DomBuilder.build(new StringReader("<configuration>" + xml + "</configuration>"));
  }
}
