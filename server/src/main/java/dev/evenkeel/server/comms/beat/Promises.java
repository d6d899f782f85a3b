package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.draft.Known;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.comms.plan.Planned;
import dev.evenkeel.server.comms.plan.WordingShelf;
import dev.evenkeel.server.execution.RunReport;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where a word must come, as people were told that one does. */
@Component
class Promises {
  private static final Pattern OF_PLAN = Pattern.compile("upgrade/\\d+/plan/(\\d{1,9})/.+");
  private static final Set<MessageState> CAME_TO_NOTHING =
      EnumSet.of(MessageState.FAILED, MessageState.WITHDRAWN);

  private final Outbox outbox;
  private final WordingShelf wordings;

  Promises(Outbox outbox, WordingShelf wordings) {
    this.outbox = outbox;
    this.wordings = wordings;
  }

  /**
   * The live channel first, then those on which a message of the plan has said since the run began
   * by when the next one comes.
   */
  List<String> channels(MessagePlan plan, RunReport run) {
    Set<String> channels = new LinkedHashSet<>();
    plan.terms().live().ifPresent(channels::add);
    if (run.began().isPresent()) {
      outbox.of("/upgrades/" + plan.upgrade()).reversed().stream()
          .filter(one -> one.message().to().isEmpty())
          .filter(one -> !one.postedAt().isBefore(run.began().get()))
          .filter(one -> !CAME_TO_NOTHING.contains(one.state()))
          .filter(one -> promises(plan, one))
          .forEach(one -> channels.add(one.channelName()));
    }
    return List.copyOf(channels);
  }

  private boolean promises(MessagePlan plan, Posted posted) {
    Matcher key = OF_PLAN.matcher(posted.message().key());
    return key.matches()
        && plan.messages().stream()
            .filter(one -> one.number() == Integer.parseInt(key.group(1)))
            .anyMatch(this::promises);
  }

  private boolean promises(Planned one) {
    return one.wording()
        .orElseGet(() -> wordings.get(one.occasion(), one.language()).text())
        .contains(Known.NEXT_UPDATE.word());
  }
}
