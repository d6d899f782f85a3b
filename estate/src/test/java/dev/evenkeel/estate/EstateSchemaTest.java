package dev.evenkeel.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors get. */
@Tag("C06")
class EstateSchemaTest {
  private static final String SCHEMA =
      JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(EstateSchema.v1())
          + "\n";

  private static final Path PUBLISHED = Path.of("../docs/estate-v1.schema.json");
  private static final Path EXAMPLE = Path.of("../examples/estate/harbour.yaml");

  private static List<Error> errors(String yaml) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SCHEMA, InputFormat.JSON)
        .validate(yaml, InputFormat.YAML);
  }

  /** Written anew with {@code -Dgolden.write=true}. */
  @Test
  void the_published_one_is_what_the_program_means() throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PUBLISHED, SCHEMA);
    }
    assertThat(PUBLISHED).hasContent(SCHEMA);
  }

  @Test
  void every_document_of_the_example_fits_and_is_well() throws IOException {
    String text = Files.readString(EXAMPLE);
    assertThat(EstateReader.read("harbour.yaml", text).findings()).isEmpty();
    assertThat(Arrays.stream(text.split("(?m)^---$")).filter(document -> !document.isBlank()))
        .hasSizeGreaterThan(40)
        .allSatisfy(document -> assertThat(errors(document)).isEmpty());
  }

  @Test
  void what_the_reader_refuses_for_its_shape_the_schema_refuses_too() {
    for (String wrong :
        List.of(
            "{apiVersion: evenkeel/v1, kind: System}",
            "{apiVersion: evenkeel/v1, kind: System, name: a, criticality: pink}",
            "{apiVersion: evenkeel/v1, kind: Sytem, name: a}",
            "{apiVersion: evenkeel/v2, kind: System, name: a}",
            "{apiVersion: evenkeel/v1, kind: System, name: a, ovner: b}")) {
      assertThat(errors(wrong)).as(wrong).isNotEmpty();
      assertThat(EstateReader.read("it", wrong).isWell()).as(wrong).isFalse();
    }
  }
}
