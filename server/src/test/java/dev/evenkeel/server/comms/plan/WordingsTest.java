package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words of this installation instead of those that are shipped (C50). */
@Tag("C50")
class WordingsTest extends MessageScene {
  @Test
  void a_wording_is_changed_for_all_and_brought_back() {
    Page page = communicator.open("/messages/wordings/kick-off/de");
    Page wrong =
        communicator.press(page.one("form button.primary"), Map.of("text", "Subject: x\n{{ownr}}"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.one("#page p.notice").text()).contains("Did you mean 'owner'?");
    Page kept =
        communicator.press(
            page.one("form button.primary"), Map.of("text", "Subject: Los!\nEs geht los."));
    assertThat(kept.leadsTo()).as(kept.text()).isEqualTo("/messages/wordings");
    assertThat(viewer.open("/messages/wordings").text()).contains("of this installation");
    Page again = communicator.open("/messages/wordings/kick-off/de");
    assertThat(again.one("textarea").text()).contains("Es geht los.");
    communicator.press(again.one("form button.primary"), Map.of("text", ""));
    assertThat(viewer.open("/messages/wordings").text()).doesNotContain("of this installation");
  }
}
