package dev.evenkeel.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserTest {

  private static final String PAGE = "http://127.0.0.1:8080/runs/1";

  @Test
  void without_a_desktop_nothing_is_opened() {
    assertThat(Browser.command(PAGE, "Linux", Map.of())).isEmpty();
  }

  @Test
  void every_system_has_its_own_way() {
    assertThat(Browser.command(PAGE, "Linux", Map.of("DISPLAY", ":0")))
        .hasValue(List.of("xdg-open", PAGE));
    assertThat(Browser.command(PAGE, "Mac OS X", Map.of())).hasValue(List.of("open", PAGE));
    assertThat(Browser.command(PAGE, "Windows 11", Map.of()).orElseThrow()).contains(PAGE);
  }
}
