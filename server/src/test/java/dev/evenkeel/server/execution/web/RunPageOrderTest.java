package dev.evenkeel.server.execution.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** On a narrow screen the panels of a run stand in an order of their own. */
class RunPageOrderTest {
  @Test
  void every_panel_beside_the_state_of_a_run_has_its_place_after_it() throws IOException {
    String page = read("/templates/execution/run.html");
    String style = read("/static/assets/runs.css");
    Matcher panels = Pattern.compile("run-parts :: (\\w+)").matcher(page);
    int found = 0;
    while (panels.find()) {
      String panel = panels.group(1);
      if (!panel.equals("log")) {
        assertThat(style).as(panel).containsPattern("#" + panel + " \\{ order: [1-9]");
        found++;
      }
    }
    assertThat(found).isGreaterThan(5);
    assertThat(style).contains("#head { order: 1; }").containsOnlyOnce("{ order: 1; }");
  }

  private static String read(String path) throws IOException {
    try (InputStream in = RunPageOrderTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
