package dev.evenkeel.demo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TomcatDepotTest {

  @TempDir Path folder;

  @Test
  void a_version_that_is_there_needs_no_maven() throws Exception {
    Path home = Files.createDirectories(folder.resolve("9.9.9"));
    assertThat(new TomcatDepot(folder, Optional.empty()).tomcat("9.9.9", line -> {}))
        .isEqualTo(home);
  }

  @Test
  void without_maven_it_says_what_to_install() {
    assertThatThrownBy(() -> new TomcatDepot(folder, Optional.empty()).tomcat("9.9.9", line -> {}))
        .isInstanceOf(FetchFailed.class)
        .hasMessageContaining("no 'mvn' on the PATH")
        .hasMessageContaining("Install Maven");
  }

  @Test
  void when_maven_reaches_nothing_it_hands_on_the_reason_and_leaves_nothing_half_done()
      throws Exception {
    var maven =
        mavenThat("echo '[ERROR] Could not transfer artifact: Unknown host repo.example'; exit 1");
    var depot = new TomcatDepot(folder.resolve("kept"), Optional.of(maven));
    assertThatThrownBy(() -> depot.tomcat("9.9.9", line -> {}))
        .isInstanceOf(FetchFailed.class)
        .hasMessageContaining("could not fetch tomcat 9.9.9")
        .hasMessageContaining("Unknown host repo.example")
        .hasMessageContaining("settings.xml");
    assertThat(folder.resolve("kept")).isEmptyDirectory();
  }

  @Test
  void finds_maven_where_the_path_says() throws Exception {
    Maven maven = mavenThat("exit 0");
    assertThat(Maven.onPath("/nowhere:" + folder)).hasValue(maven);
    assertThat(Maven.onPath("/nowhere")).isEmpty();
  }

  private Maven mavenThat(String does) throws IOException {
    Path program = folder.resolve("mvn");
    Files.writeString(program, "#!/bin/sh\n" + does + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Maven(program);
  }
}
