package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.ChannelKind;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Incoming webhooks of Slack, and of whatever takes the same. */
@Component
class SlackCourier implements Courier {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST = 39_000;

  @Override
  public ChannelKind kind() {
    return ChannelKind.SLACK;
  }

  /**
   * @param mrkdwn false, so that what somebody typed is no formatting
   */
  record Body(
      String text, boolean mrkdwn, boolean link_names, boolean unfurl_links, String parse) {}

  @Override
  public Handover deliver(Parcel parcel, Runnable handingOver) {
    return Post.to(
        parcel.secret().orElse(""), JSON.writeValueAsString(body(parcel)), Map.of(), handingOver);
  }

  private static Body body(Parcel parcel) {
    String text =
        "%s\n%s".formatted(Clip.line(parcel.message().subject()), parcel.message().text());
    return new Body(harmless(Clip.to(LONGEST / 2, text)), false, false, false, "none");
  }

  /** Of what Slack reads, all orders, such as {@code <!channel>}, stand in these. */
  static String harmless(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
