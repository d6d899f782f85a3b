package dev.evenkeel.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evenkeel message} and {@code evenkeel channel}. */
class MessageCommandsTest {
  private static final String FAILED =
      """
      {"id":7,"key":"k","channel":"ops","subject":"Shop begins","text":"At 22:00.\\nBye.","about":"/upgrades/12",
       "actor":"ann","state":"failed","says":"mail.example.org turned it down.","tries":2,
       "postedAt":"2027-03-01T03:00:00.123Z","version":5}
      """;
  private static final String OPS =
      "{\"name\":\"ops\",\"kind\":\"webhook\",\"address\":\"https://hooks.example.org\",\"audience\":\"technical\",\"digest\":false,\"reachable\":true,\"version\":3}";

  @TempDir Path folder;
  private ScriptedServer server;

  @BeforeEach
  void begin() throws IOException {
    server = ScriptedServer.start();
  }

  @AfterEach
  void end() {
    server.close();
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("channels.json"), text).toString();
  }

  @Test
  void help_tells_what_there_is() throws IOException {
    StringBuilder help = new StringBuilder();
    for (String command :
        List.of(
            "message",
            "message list",
            "message show",
            "message send",
            "message retry",
            "message withdraw",
            "channel",
            "channel list",
            "channel test",
            "channel apply")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.add("--help");
      Desktop desktop = new Desktop();
      assertThat(desktop.evenkeel(words.toArray(String[]::new))).isZero();
      help.append(desktop.out()).append('\n');
    }
    Golden.assertSame("messages-and-channels.help", help.toString());
  }

  @Test
  void lists_messages_and_shows_one_with_its_attempts() throws IOException {
    server.on(
        "GET /api/messages?state=failed&channel=&about=%2Fupgrades%2F12&before=",
        200, "{\"messages\":[%s],\"older\":6}".formatted(FAILED));
    server.on(
        "GET /api/messages/7",
        200,
        "{\"message\":%s,\"attempts\":[{\"number\":1,\"startedAt\":\"2027-03-01T03:00:01Z\",\"outcome\":\"LATER\",\"says\":\"busy\"},{\"number\":2,\"startedAt\":\"2027-03-01T03:00:09Z\",\"outcome\":\"TURNED_DOWN\",\"says\":\"550 unknown\"}]}"
            .formatted(FAILED));
    Desktop list = Desktop.at(server);
    assertThat(list.evenkeel("message", "list", "--state", "failed", "--about", "/upgrades/12"))
        .isZero();
    Desktop show = Desktop.at(server);
    assertThat(show.evenkeel("message", "show", "7")).isZero();
    Golden.assertSame("messages.out", list.out() + "\n" + show.out());
  }

  @Test
  void sends_one_under_a_key_and_says_when_it_was_told_before() {
    server.on("POST /api/messages", 200, "{\"ids\":[41]}");
    server.on("POST /api/messages", 200, "{\"ids\":[]}");
    String[] send = {
      "message", "send", "--channel", "ops", "--subject", "Shop", "--text", "Soon.", "--key", "k"
    };
    Desktop first = Desktop.at(server);
    assertThat(first.evenkeel(send)).isZero();
    assertThat(first.out()).contains("Message 41 waits in the outbox");
    assertThat(server.asked().getLast().body())
        .isEqualTo(
            "{\"messages\":[{\"key\":\"k\",\"channel\":\"ops\",\"subject\":\"Shop\",\"text\":\"Soon.\"}]}");
    Desktop again = Desktop.at(server);
    assertThat(again.evenkeel(send)).isZero();
    assertThat(again.out()).contains("posted before");
  }

  @Test
  void makes_and_changes_channels_as_a_file_says_and_the_same_file_again_changes_nothing()
      throws IOException {
    server.on("GET /api/channels", 200, "[%s]".formatted(OPS));
    server.on("POST /api/channels", 201, "{}");
    server.on("PUT /api/channels/ops", 200, OPS);
    String users =
        "{\"name\":\"users\",\"kind\":\"webhook\",\"address\":\"https://hooks.example.org/u\"}";
    Desktop same = Desktop.at(server);
    assertThat(
            same.evenkeel(
                "channel",
                "apply",
                "-f",
                file(
                    "[{\"name\":\"ops\",\"kind\":\"webhook\",\"address\":\"https://hooks.example.org\",\"digest\":false},%s]"
                        .formatted(users))))
        .isZero();
    assertThat(same.out()).isEqualTo("ops unchanged\nusers made\n");
    Desktop changed = Desktop.at(server);
    assertThat(
            changed.evenkeel(
                "channel",
                "apply",
                "-f",
                file("{\"name\":\"ops\",\"kind\":\"webhook\",\"address\":\"https://other\"}")))
        .isZero();
    assertThat(changed.out()).isEqualTo("ops changed\n");
  }

  @Test
  void a_file_that_is_no_list_of_channels_is_refused_and_nothing_asked() throws IOException {
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("channel", "apply", "-f", file("[{\"kind\":\"smtp\"}]")))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("an object with a name", "Nothing was changed");
    assertThat(Desktop.at(server).evenkeel("channel", "apply", "-f", file("name: ops")))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_channel_that_cannot_be_reached_ends_a_try_as_failed() {
    server.on(
        "POST /api/channels/ops/test", 200, "{\"taken\":false,\"says\":\"It cannot be reached.\"}");
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("channel", "test", "ops")).isEqualTo(ExitCode.FAILED.code());
    assertThat(desktop.err()).contains("Not delivered. It cannot be reached.");
  }
}
