package dev.evenkeel.server.execution.action.notify;

import dev.evenkeel.runbook.words.Notify;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import org.springframework.stereotype.Component;

/** Tells people, through a webhook or by e-mail. */
@Component
class NotifyAction implements Action<Notify> {
  private final Webhook webhook;
  private final Email email;

  NotifyAction(Webhook webhook, Email email) {
    this.webhook = webhook;
    this.email = email;
  }

  @Override
  public Class<Notify> words() {
    return Notify.class;
  }

  @Override
  public Outcome start(Notify words, Attempt attempt) {
    return words
        .webhook()
        .map(address -> webhook.post(address, words, attempt))
        .orElseGet(() -> email.send(words, attempt));
  }

  /** Receivers of webhooks know a message by its id; people would read an e-mail twice. */
  @Override
  public Recovery recover(Notify words, Attempt attempt) {
    return words.webhook().isPresent()
        ? new Recovery.StartAgain()
        : new Recovery.Unknown(
            "the server stopped while an e-mail to %s was on its way; ask them whether it came"
                .formatted(String.join(", ", words.email())));
  }
}
