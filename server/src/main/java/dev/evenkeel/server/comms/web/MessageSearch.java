package dev.evenkeel.server.comms.web;

import dev.evenkeel.server.comms.MessageFilter;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is looked for, a page at a time.
 *
 * @param before only older ones than this
 */
public record MessageSearch(
    Optional<MessageState> state, String channel, String about, Optional<Long> before) {
  private static final int ROWS = 50;

  static MessageSearch of(String state, String channel, String about, String before) {
    Optional<MessageState> wanted =
        Arrays.stream(MessageState.values())
            .filter(one -> one.word().equalsIgnoreCase(state.strip()))
            .findFirst();
    if (wanted.isEmpty() && !state.isBlank()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "'%s' is no state of a message. There are %s."
              .formatted(
                  state,
                  Arrays.stream(MessageState.values())
                      .map(MessageState::word)
                      .collect(Collectors.joining(", "))));
    }
    if (!before.isBlank() && !before.matches("\\d{1,18}")) {
      throw new Refused(Refused.Kind.INVALID, "'%s' is no number of a message.".formatted(before));
    }
    return new MessageSearch(
        wanted,
        channel.strip(),
        about.strip(),
        before.isBlank() ? Optional.empty() : Optional.of(Long.valueOf(before)));
  }

  /** One more than is shown, to know whether there are more. */
  MessageFilter filter() {
    return new MessageFilter(state, channel, about, before.orElse(Long.MAX_VALUE), ROWS + 1);
  }

  List<Posted> page(List<Posted> found) {
    return found.subList(0, Math.min(ROWS, found.size()));
  }

  /** Before which the next page begins. */
  Optional<Long> older(List<Posted> found) {
    return found.size() > ROWS ? Optional.of(found.get(ROWS - 1).id()) : Optional.empty();
  }

  public String word() {
    return state.map(MessageState::word).orElse("");
  }

  public boolean isNarrow() {
    return state.isPresent() || !channel.isEmpty() || !about.isEmpty() || before.isPresent();
  }
}
