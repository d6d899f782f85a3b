package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.ChannelUse;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans of messages name channels. */
@Component
class PlanChannelUse implements ChannelUse {
  private final PlanStore store;

  PlanChannelUse(PlanStore store) {
    this.store = store;
  }

  @Override
  public List<String> of(String channel) {
    return store.using(channel).stream()
        .map(id -> "the plan of messages of upgrade %s".formatted(id))
        .toList();
  }
}
