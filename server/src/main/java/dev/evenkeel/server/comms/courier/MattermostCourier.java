package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.ChannelKind;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Incoming webhooks of Mattermost. */
@Component
class MattermostCourier implements Courier {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Mattermost takes 16,383 characters, and escapes are characters too. */
  private static final int LONGEST = 8_000;

  @Override
  public ChannelKind kind() {
    return ChannelKind.MATTERMOST;
  }

  record Body(String text, String username) {}

  @Override
  public Handover deliver(Parcel parcel, Runnable handingOver) {
    String text =
        "**%s**\n%s"
            .formatted(
                harmless(Clip.line(parcel.message().subject())),
                harmless(Clip.to(LONGEST, parcel.message().text())));
    return Post.to(
        parcel.secret().orElse(""),
        JSON.writeValueAsString(new Body(text, "Evenkeel")),
        Map.of(),
        handingOver);
  }

  /**
   * Nobody is called and nothing is formatted: characters of Markdown are escaped; behind what
   * calls people ({@code @all}, {@code <!channel>}) stands a space without width.
   */
  static String harmless(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]()#+\\-!|~>:])", "\\\\$1")
        .replace("@", "@\u200B")
        .replace("<", "<\u200B");
  }
}
