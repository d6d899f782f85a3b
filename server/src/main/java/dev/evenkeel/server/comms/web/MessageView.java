package dev.evenkeel.server.comms.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.evenkeel.server.comms.Delivery;
import dev.evenkeel.server.comms.Masked;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as it is shown.
 *
 * @param key empty, as the text, for those who may not read what a single person is told
 * @param to address of the one person it is for; who may not write messages sees its domain only
 * @param text empty for those who may not read what a single person is told
 * @param refused whom the receiver refused for good, as far as the reader may see them
 * @param heldUntil when it is told in the digest of its channel, while it waits for that
 * @param digest the message it is told in, together with others
 * @param dueAt when it is tried next, while it waits
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MessageView(
    long id,
    Optional<String> key,
    String channel,
    Optional<String> to,
    String subject,
    Optional<String> text,
    boolean invitation,
    String about,
    String language,
    String actor,
    String state,
    String says,
    List<String> refused,
    int tries,
    Instant postedAt,
    Optional<Instant> heldUntil,
    Optional<Long> digest,
    Optional<Instant> dueAt,
    Optional<Instant> giveUpAt,
    Optional<Instant> endedAt,
    long version) {

  /**
   * @param inConfidence whether the reader may see what single persons are told
   */
  static MessageView of(Posted posted, boolean inConfidence) {
    var message = posted.message();
    boolean waits = posted.state() == MessageState.WAITING;
    boolean shown = inConfidence || message.to().isEmpty();
    return new MessageView(
        posted.id(),
        shown ? Optional.of(message.key()) : Optional.empty(),
        posted.channelName(),
        message.to().map(address -> inConfidence ? address : Masked.address(address)),
        message.subject(),
        shown ? Optional.of(message.text()) : Optional.empty(),
        message.invite().isPresent(),
        message.about(),
        message.language(),
        message.actor().name(),
        posted.state().word(),
        shown ? posted.says() : message.to().map(to -> Masked.within(posted.says(), to)).orElse(""),
        shown ? posted.refused() : List.of(),
        posted.tries(),
        posted.postedAt(),
        posted.state() == MessageState.HELD ? Optional.of(posted.dueAt()) : Optional.empty(),
        posted.digest(),
        waits ? Optional.of(posted.dueAt()) : Optional.empty(),
        waits ? Optional.of(posted.giveUpAt()) : Optional.empty(),
        posted.endedAt(),
        posted.version());
  }

  /** The attempts, without the address of a single person for those who may not see it. */
  static List<Delivery> attempts(Posted posted, List<Delivery> all, boolean inConfidence) {
    Optional<String> to = posted.message().to().filter(address -> !inConfidence);
    return all.stream()
        .map(one -> to.map(address -> one.saying(Masked.within(one.says(), address))).orElse(one))
        .toList();
  }

  /** The class of its look. */
  public String tone() {
    return switch (state) {
      case "sent" -> "good";
      case "failed" -> "bad";
      case "withdrawn" -> "";
      default -> "busy";
    };
  }

  public boolean isFailed() {
    return state.equals("failed");
  }

  public boolean isWithdrawable() {
    return isFailed() || state.equals("waiting") || state.equals("held");
  }
}
