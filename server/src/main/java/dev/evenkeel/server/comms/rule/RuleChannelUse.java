package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.comms.ChannelUse;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rules name channels. */
@Component
class RuleChannelUse implements ChannelUse {
  private final AutomationStore store;

  RuleChannelUse(AutomationStore store) {
    this.store = store;
  }

  @Override
  public List<String> of(String channel) {
    return store.all().stream()
        .filter(one -> one.terms().to().equals(Recipients.CHANNEL + channel))
        .map(one -> "the automation '%s'".formatted(one.terms().name()))
        .toList();
  }
}
