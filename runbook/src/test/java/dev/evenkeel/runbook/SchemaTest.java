package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class SchemaTest {
  private static final String SCHEMA =
      JsonMapper.builder()
          .build()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(RunbookSchema.v1());

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** What editors can know without understanding names. */
  private static final Set<Rule> SHAPE =
      EnumSet.of(
          Rule.UNKNOWN_KEY,
          Rule.MISSING_KEY,
          Rule.NO_VALUE,
          Rule.WRONG_TYPE,
          Rule.BAD_DURATION,
          Rule.BAD_SHARE,
          Rule.BAD_NAME,
          Rule.UNKNOWN_WORD,
          Rule.UNKNOWN_ACTION,
          Rule.UNKNOWN_SOURCE_KIND);

  private static List<Error> validate(String yaml) {
    Schema schema = REGISTRY.getSchema(SCHEMA, InputFormat.JSON);
    return schema.validate(yaml, InputFormat.YAML);
  }

  @Test
  void is_published_as_it_is() {
    Golden.assertMatches(Path.of("../docs/runbook-v1.schema.json"), SCHEMA + "\n");
  }

  @Test
  void is_itself_a_schema_of_its_draft() {
    Schema draft =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    assertThat(draft.validate(SCHEMA, InputFormat.JSON)).isEmpty();
  }

  @Test
  void accepts_the_sample() throws IOException {
    assertThat(validate(SampleTest.sample())).isEmpty();
    assertThat(validate(Broken.GOOD)).isEmpty();
  }

  static Stream<Broken> wronglyShaped() {
    return Broken.ALL.stream().filter(broken -> SHAPE.contains(broken.rule()));
  }

  @ParameterizedTest
  @MethodSource("wronglyShaped")
  void refuses_what_the_reader_refuses_for_its_shape(Broken broken) {
    assertThat(validate(broken.runbook())).isNotEmpty();
  }

  static Stream<Broken> doubtful() {
    return Broken.ALL.stream()
        .filter(broken -> broken.rule().severity() == Finding.Severity.WARNING);
  }

  @ParameterizedTest
  @MethodSource("doubtful")
  void accepts_what_the_reader_only_warns_of(Broken broken) {
    assertThat(validate(broken.runbook())).isEmpty();
  }
}
