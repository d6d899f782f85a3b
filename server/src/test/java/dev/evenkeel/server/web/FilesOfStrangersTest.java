package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Files of somebody who may not bring any: answered while most of the file is still to come, and
 * nothing of it is on the disk.
 */
@ServerTest
class FilesOfStrangersTest {
  private static final String FORM = "multipart/form-data; boundary=b";
  private static final int SENT = 300_000;
  private static final String HEAD =
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cmdb.csv\"\r\n\r\n";

  @Autowired ListableBeanFactory beans;
  @Autowired DataFolder folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/estate/import",
        "/estate/lifecycle/feeds",
        "/estate/advisories",
        "/estate/callers",
        "/runs/new",
        "/sign-in",
        "/welcome",
        "/api/estate/imports",
        "/nothing-here"
      })
  void a_form_of_somebody_not_signed_in_is_not_taken_in(String path) throws Exception {
    assertThat(begun(path, FORM, 7_000_000)).contains(" 401 ");
  }

  @Test
  void not_even_the_largest_is() throws Exception {
    assertThat(begun("/estate/import", FORM, 200_000_000)).contains(" 401 ");
    assertThat(begun("/estate/callers", FORM, 200_000_000)).contains(" 413 ");
  }

  @ParameterizedTest
  @CsvSource({
    "/estate/import,multipart/form-data; boundary=b",
    "/api/estate/imports,multipart/form-data; boundary=b",
    "/api/estate/imports,application/octet-stream",
    "/api/callers,text/plain",
    "/api/advisories,application/json"
  })
  void a_file_with_a_wrong_token_is_not_taken_in(String path, String type) throws Exception {
    assertThat(begun(path, type, 7_000_000, "Authorization: Bearer ek_wrong")).contains(" 401 ");
    assertThat(begun(path, type, 7_000_000, "Cookie: evenkeel=wrong", "X-CSRF-TOKEN: wrong"))
        .containsAnyOf(" 401 ", " 403 ");
  }

  @Test
  void a_form_of_somebody_who_may_only_look_is_not_taken_in() throws Exception {
    Browser viewer = Browser.signedIn(beans, Role.VIEWER);
    var answer =
        viewer
            .http()
            .send(
                viewer
                    .request("/estate/import")
                    .header("Content-Type", FORM)
                    .header("Accept", "text/html")
                    .POST(BodyPublishers.ofString(HEAD + "name\r\na\r\n--b--\r\n"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Who may only look brings no files");
    assertThat(stored()).isEmpty();
  }

  /** The first line of the answer to a file of which the most is never sent. */
  private String begun(String path, String type, int length, String... headers) throws Exception {
    int port = Browser.signedOut(beans).server().getPort();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      String head =
          "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
              .formatted(
                  path,
                  type,
                  length,
                  Stream.of(headers).map(one -> one + "\r\n").reduce("", String::concat));
      socket.getOutputStream().write((head + HEAD).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(new byte[SENT]);
      socket.getOutputStream().flush();
      String answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      assertThat(stored()).as(path).isEmpty();
      return answer;
    }
  }

  private List<Path> stored() throws IOException {
    try (Stream<Path> uploads = Files.walk(folder.file("tomcat"));
        Stream<Path> kept =
            Files.isDirectory(folder.file("imports"))
                ? Files.walk(folder.file("imports"))
                : Stream.empty()) {
      return Stream.concat(uploads, kept).filter(Files::isRegularFile).toList();
    }
  }
}
