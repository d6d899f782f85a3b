package dev.evenkeel.server.comms.courier;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.evenkeel.server.comms.ChannelKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks of Microsoft Teams workflows, which take an adaptive card. */
@Component
class TeamsCourier implements Courier {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A card may have 28 KB. */
  private static final int LONGEST = 6_000;

  @Override
  public ChannelKind kind() {
    return ChannelKind.TEAMS;
  }

  record Body(String type, List<Attachment> attachments) {}

  record Attachment(String contentType, Card content) {}

  record Card(
      @JsonProperty("$schema") String schema, String type, String version, List<Block> body) {}

  /** Not a TextBlock, which reads Markdown: the runs of a RichTextBlock are text and no more. */
  record Block(String type, List<Run> inlines) {}

  record Run(String type, String text, String weight, String size) {}

  @Override
  public Handover deliver(Parcel parcel, Runnable handingOver) {
    var card =
        new Card(
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "AdaptiveCard",
            "1.4",
            List.of(
                block(Clip.line(parcel.message().subject()), "Bolder", "Medium"),
                block(Clip.to(LONGEST, parcel.message().text()), "Default", "Default")));
    var body =
        new Body(
            "message", List.of(new Attachment("application/vnd.microsoft.card.adaptive", card)));
    return Post.to(
        parcel.secret().orElse(""), JSON.writeValueAsString(body), Map.of(), handingOver);
  }

  private static Block block(String text, String weight, String size) {
    return new Block("RichTextBlock", List.of(new Run("TextRun", text, weight, size)));
  }
}
