package dev.evenkeel.server.tasks.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.ShippedTemplates;
import dev.evenkeel.server.tasks.deadline.Basis;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of templates: what is read, and what is said of what is wrong (C01). */
@Tag("C01")
class TemplateReaderTest {
  private static final String HEAD = "apiVersion: evenkeel/v1\nkind: Template\n";

  static List<String> shipped() {
    return ShippedTemplates.NAMES;
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void what_is_shipped_is_well(String name) {
    TemplateReader.Reading reading = TemplateReader.read(name, ShippedTemplates.text(name));
    assertThat(reading.findings()).isEmpty();
    Template template = reading.template().orElseThrow();
    assertThat(template.name()).isEqualTo(name);
    assertThat(template.allSteps())
        .allSatisfy(step -> {
          assertThat(step.capabilities()).as(step.key()).isNotEmpty();
          assertThat(step.text()).as(step.key()).isPresent();
          assertThat(step.raci().orElseThrow().accountable()).as(step.key()).isPresent();
        });
  }

  @Test
  void the_four_processes_are_complete() {
    assertThat(steps("minimise-downtime"))
        .hasSize(6)
        .allMatch(step -> step.type() == Step.Type.TASK);
    assertThat(read("minimise-downtime").automations()).hasSize(2);
    assertThat(steps("seven-steps")).hasSize(7);
    assertThat(steps("seven-steps").getLast().checklist()).hasSize(10);
    assertThat(steps("learning-technology")).hasSize(18);
    assertThat(read("release-deployment").modules())
        .hasSize(8)
        .allSatisfy(module -> assertThat(module.steps()).hasSize(6));
    assertThat(ShippedTemplates.NAMES.stream().filter(name -> read(name).isWorksheet()))
        .hasSize(10);
    Set<String> carried = new HashSet<>();
    ShippedTemplates.NAMES.forEach(
        name -> steps(name).forEach(step -> carried.addAll(step.capabilities())));
    assertThat(carried)
        .contains("C05", "C36", "C49", "C57", "C92", "C112", "C119")
        .hasSizeGreaterThan(90);
    assertThat(steps("minimise-downtime").get(3).proof()).isEqualTo(ProofKind.COSTS_APPROVED);
  }

  @Test
  void the_six_steps_say_that_they_take_longer_than_stated_and_end_on_day_21_from_the_launch() {
    Template six = read("minimise-downtime");
    assertThat(six.days(Optional.empty())).isEqualTo(52);
    assertThat(six.days(Optional.of(Basis.LAUNCH))).isEqualTo(21);
    assertThat(six.advice()).singleElement().asString().contains("52 days", "at most 28", "day 21");
    assertThat(read("seven-steps").advice()).isEmpty();
  }

  @Test
  void unknown_keys_are_refused_with_the_nearest_name() {
    assertThat(findings("name: own\ntitle: Own\nsteps:\n  - {key: a, title: A, chekclist: [b]}\n"))
        .singleElement()
        .asString()
        .startsWith("6:")
        .contains("chekclist", "checklist");
  }

  @Test
  void rules_beyond_the_shape_name_their_place() {
    assertThat(
            findings(
                """
                name: own
                title: Own
                steps:
                  - {key: a, title: A, offset: soon}
                  - {key: a, title: B, after: [c]}
                  - key: cc
                    title: C
                    capabilities: [36]
                    fields: [{name: x, type: choice}]
                    raci: {responsible: [ann]}
                """))
        .anyMatch(says -> says.startsWith("6:") && says.contains("'soon'"))
        .anyMatch(says -> says.startsWith("7:") && says.contains("second step 'a'"))
        .anyMatch(says -> says.contains("no such step") && says.startsWith("7:32"))
        .anyMatch(says -> says.startsWith("10:") && says.contains("'36'"))
        .anyMatch(says -> says.startsWith("11:") && says.contains("choice without"))
        .anyMatch(says -> says.startsWith("12:") && says.contains("accountable"));
  }

  @Test
  void a_circle_is_named() {
    assertThat(
            findings(
                "name: own\ntitle: Own\nsteps:\n  - {key: a, title: A, after: [b]}\n  - {key: b, title: B, after: [a]}\n"))
        .singleElement()
        .asString()
        .contains("a, then b, then a");
  }

  @Test
  void no_template_two_templates_and_another_kind_are_told_apart() {
    assertThat(all("")).singleElement().asString().contains("exactly one template");
    assertThat(all(HEAD + "name: a\n---\n" + HEAD))
        .singleElement()
        .asString()
        .contains("2 documents");
    assertThat(all("apiVersion: evenkeel/v1\nkind: Runbook\n"))
        .singleElement()
        .asString()
        .contains("'Runbook'", "Template");
    assertThat(all(HEAD + "name: a\ntitle: A\n"))
        .singleElement()
        .asString()
        .contains("exactly one of");
  }

  @Test
  void the_schema_that_editors_read_is_current() throws java.io.IOException {
    java.nio.file.Path file = java.nio.file.Path.of("../docs/template-v1.schema.json");
    String schema =
        tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(TemplateSchema.v1())
            + "\n";
    if (Boolean.getBoolean("golden.write")) {
      java.nio.file.Files.writeString(file, schema);
    }
    assertThat(schema)
        .as("if the change is meant, run with -Dgolden.write=true")
        .isEqualTo(java.nio.file.Files.readString(file))
        .contains(dev.evenkeel.server.tasks.deadline.Offset.PATTERN.replace("\\", "\\\\"));
  }

  private static List<Step> steps(String name) {
    return read(name).allSteps();
  }

  private static Template read(String name) {
    return TemplateReader.read(name, ShippedTemplates.text(name)).template().orElseThrow();
  }

  private static List<String> findings(String body) {
    return all(HEAD + body);
  }

  private static List<String> all(String text) {
    return TemplateReader.read("own.yaml", text).findings().stream()
        .map(TemplateReaderTest::says)
        .toList();
  }

  private static String says(Finding found) {
    return "%d:%d %s %s"
        .formatted(found.where().line(), found.where().column(), found.message(), found.wayOut());
  }
}
