package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of docker compose. */
class ComposeTest extends ImportContract {
  ComposeTest() {
    super("compose", "shop.compose.yaml");
  }

  @Test
  void services_become_systems_with_what_they_depend_on() {
    Imported imported = read("shop.compose.yaml");
    assertThat(imported.rowsRead()).isEqualTo(6);
    assertThat(imported.passedOver()).containsExactly(entry("volumes", 1));
    Estate estate = imported(imported);
    assertThat(system(estate, "shop.compose-web"))
        .contains(
            entry("product", "web"),
            entry("version", "3.1.4"),
            entry(
                "identifiers",
                List.of("pkg:docker/shop/web?repository_url=registry.example.com:5000")),
            entry("sources", Map.of("compose", "shop.compose/web")),
            entry("dependsOn", List.of(need("cache"), need("db"))));
    assertThat(system(estate, "shop.compose-proxy"))
        .containsEntry("dependsOn", List.of(need("web")));
    assertThat(system(estate, "shop.compose-worker"))
        .containsEntry("dependsOn", List.of(need("cache"), need("db")));
  }

  private static Map<String, Object> need(String service) {
    return Map.of("system", "shop.compose-" + service, "source", "compose");
  }

  @Test
  void a_version_that_the_file_does_not_tell_is_said_to_be_unknown() {
    assertThat(whys(read("shop.compose.yaml")))
        .containsExactly(
            "line 15: The file does not say which version runs: the image has no tag, so it is whatever is newest.",
            "line 17: The file does not say which version runs: it is built from sources, not taken as an image.",
            "line 21: The file does not say which version runs: its tag ${NGINX:-1.27} is a variable.",
            "line 24: It says nothing.");
  }

  @Test
  void a_dependency_on_a_service_that_is_not_there_is_rejected() {
    assertThat(
            Merge.of(Estate.EMPTY, "compose", read("shop.compose.yaml"), Said.NOTHING).rejected())
        .extracting(Rejected::why)
        .containsExactly(
            "It names 'shop.compose/queue', which is neither in the file nor in the estate.");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "postgres:16-alpine, postgres, 16-alpine",
        "postgres, postgres, none",
        "postgres:latest, postgres, none",
        "ghcr.io/a/b/c:v1.2, c, v1.2",
        "localhost:5000/x, x, none",
        "localhost:5000/x:1, x, 1",
        "x@sha256:0123, x, none",
        "x:1.2@sha256:0123, x, 1.2",
        "x:${TAG:-1.2}, x, none",
        "${REGISTRY:-docker.io}/x:1.2, x, 1.2",
      })
  void an_image_tells_product_and_version(String reference, String product, String version) {
    Image image = Image.of(reference);
    assertThat(image.product()).isEqualTo(product);
    assertThat(image.version().orElse(null)).isEqualTo(version);
  }

  @Test
  void the_usual_file_name_says_nothing_and_the_folder_is_the_project() {
    String text = "services:\n  web:\n    image: web:1\n";
    assertThat(readText("docker-compose.yml", text).patches().getFirst().id()).isEqualTo("web");
    assertThat(readText("docker-compose.yml", "name: shop\n" + text).patches().getFirst().id())
        .isEqualTo("shop/web");
  }

  @Test
  void a_list_that_is_merged_like_a_mapping_refuses_the_file() {
    assertThat(
            whys(
                readText(
                    "x.yaml",
                    "services:\n  a:\n    volumes: &v [x]\n  b:\n    volumes:\n      <<: *v\n")))
        .containsExactly("line 6: `<<` takes over something that is no mapping.");
  }

  @Test
  void aliases_that_stand_for_billions_of_values_are_refused() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    assertThat(whys(readText("x.yaml", text + "services: {}\n")))
        .singleElement()
        .asString()
        .contains("Together with what aliases repeat");
  }

  @Test
  void of_184_real_files_all_are_taken_but_the_one_that_merges_a_list() throws IOException {
    Imported imported =
        read("compose-stacks.zip", zipped(SharedData.file("dependency-graphs/compose-stacks")));
    assertThat(imported.rejected().stream().filter(r -> r.extent() == Rejected.Extent.FILE))
        .singleElement()
        .satisfies(rejected -> {
          assertThat(rejected.place()).hasToString("gramps-web.yaml, line 45");
          assertThat(rejected.why()).isEqualTo("`<<` takes over something that is no mapping.");
        });
    assertThat(imported.rowsTaken()).isEqualTo(403);
    assertThat(imported.rowsRead()).isEqualTo(404);
    assertThat(unknown(imported, "variable")).isEqualTo(16);
    assertThat(unknown(imported, "no tag")).isEqualTo(23);
    assertThat(unknown(imported, "moves")).isEqualTo(93 + 23);
    assertThat(unknown(imported, "digest")).isEqualTo(1);
    assertThat(imported.patches().stream().mapToInt(patch -> patch.links().size()).sum())
        .as("248 under depends_on, 9 only under links")
        .isEqualTo(248 + 9);
  }

  private static long unknown(Imported imported, String why) {
    return imported.rejected().stream().filter(r -> r.why().contains(why)).count();
  }

  static byte[] zipped(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
    return bytes.toByteArray();
  }
}
