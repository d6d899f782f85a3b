package dev.evenkeel.server.execution.action.notify;

import dev.evenkeel.runbook.words.Notify;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.ActionContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, kept by webhooks to a receiver who tells messages apart by their id. */
class WebhookContractTest extends ActionContract<Notify> {
  private Receiver receiver;

  @BeforeEach
  void start() throws Exception {
    receiver = new Receiver();
  }

  @AfterEach
  void end() {
    receiver.close();
  }

  @Override
  protected Action<Notify> restarted() {
    return Messages.withoutMail();
  }

  @Override
  protected Notify work() {
    return Messages.webhook(receiver.at("taken"), "it begins");
  }

  @Override
  protected Notify undo() {
    return Messages.webhook(receiver.at("taken"), "it is taken back");
  }

  @Override
  protected Notify hopeless() {
    return Messages.webhook(receiver.at("gone"), "it begins");
  }

  @Override
  protected boolean observes() {
    return false;
  }

  /** A message is undone by the next one. */
  @Override
  protected boolean worked() {
    var calls = receiver.calls();
    return !calls.isEmpty() && calls.getLast().body().contains("it begins");
  }

  @Override
  protected int changes() {
    return (int)
        receiver.calls().stream().map(call -> call.header("webhook-id")).distinct().count();
  }

  /** A message is there or it is not. */
  @Override
  protected void leaveHalfDone() {}
}
