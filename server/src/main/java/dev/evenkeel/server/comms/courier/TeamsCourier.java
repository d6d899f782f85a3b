package dev.evenkeel.server.comms.courier;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.evenkeel.server.comms.ChannelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  /** Each block costs more than a hundred bytes of the card. */
  private static final int MOST_LINES = 60;

  /** Teams shows six buttons. */
  private static final int MOST_LINKS = 6;

  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"{}|\\\\^`()\\[\\]]*[^\\s<>\"{}|\\\\^`()\\[\\].,;:!?']");

  record Body(String type, List<Attachment> attachments) {}

  record Attachment(String contentType, Card content) {}

  record Card(
      @JsonProperty("$schema") String schema,
      String type,
      String version,
      List<Block> body,
      List<Open> actions) {}

  /** Not a TextBlock, which reads Markdown: the runs of a RichTextBlock are text and no more. */
  record Block(String type, String spacing, List<Run> inlines) {}

  record Run(String type, String text, String weight, String size) {}

  /** A button. It says where it leads, so that nobody is led elsewhere. */
  record Open(String type, String title, String url) {}

  @Override
  public Handover deliver(Parcel parcel, Runnable handingOver) {
    String text = Clip.to(LONGEST, parcel.message().text());
    List<Block> body = new ArrayList<>();
    body.add(block(Clip.line(parcel.message().subject()), "Default", "Bolder", "Medium"));
    body.addAll(lines(text));
    var card =
        new Card(
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "AdaptiveCard",
            "1.4",
            body,
            links(text));
    var message =
        new Body(
            "message", List.of(new Attachment("application/vnd.microsoft.card.adaptive", card)));
    return Post.to(
        parcel.secret().orElse(""), JSON.writeValueAsString(message), Map.of(), handingOver);
  }

  /**
   * Each line is a block, as not every reader breaks lines within one; the last has what is left.
   */
  private static List<Block> lines(String text) {
    String[] lines = text.strip().split("\\R", MOST_LINES);
    List<Block> blocks = new ArrayList<>();
    boolean afterGap = true;
    for (String line : lines) {
      if (!line.isBlank()) {
        blocks.add(block(line, afterGap ? "Default" : "None", "Default", "Default"));
      }
      afterGap = line.isBlank();
    }
    return blocks;
  }

  /** A run of text is no link, so addresses are buttons below. */
  private static List<Open> links(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .limit(MOST_LINKS)
        .map(address -> new Open("Action.OpenUrl", address, address))
        .toList();
  }

  private static Block block(String text, String spacing, String weight, String size) {
    return new Block("RichTextBlock", spacing, List.of(new Run("TextRun", text, weight, size)));
  }
}
