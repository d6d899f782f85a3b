package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.ChannelKind;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /**
   * Only what cannot hold a sign of Markdown that formats; the dot that ends a sentence is none.
   */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[\\w.:%/?=&;,+#-]*[\\w/=&#-]", Pattern.CASE_INSENSITIVE);

  /** Of a backslash before a letter Mattermost would show both. */
  private static final Pattern SIGNS = Pattern.compile("([`*_{}\\[\\]()#+\\-!|~>]|\\\\(?!\\w))");

  /** A colon with a word behind it, to the next colon, but for the time of a day. */
  private static final Pattern PICTURE = Pattern.compile(":(?!(?<=\\d:)\\d+:)(?=[\\w+\\-\\\\]+:)");

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
   * Nobody is called and nothing is formatted: what Mattermost's Markdown can escape is escaped. It
   * cannot escape a colon, so one that would begin a picture ({@code :smile:}) and what calls
   * people ({@code @all}, {@code <!channel>}) get a space without width behind them. Addresses stay
   * as they are: a backslash in one is shown, and none is a link any more.
   */
  static String harmless(String text) {
    var safe = new StringBuilder();
    Matcher address = ADDRESS.matcher(text);
    int at = 0;
    while (address.find()) {
      safe.append(escaped(text.substring(at, address.start()))).append(address.group());
      at = address.end();
    }
    return safe.append(escaped(text.substring(at))).toString();
  }

  private static String escaped(String text) {
    return PICTURE
        .matcher(SIGNS.matcher(text).replaceAll("\\\\$1"))
        .replaceAll(":\u200B")
        .replace("@", "@\u200B")
        .replace("<", "<\u200B");
  }
}
