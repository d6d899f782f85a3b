package dev.evenkeel.server.execution.action.notify;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.evenkeel.runbook.words.Notify;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.ActionContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, kept by e-mails through a real mail server. */
class EmailContractTest extends ActionContract<Notify> {
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void end() {
    mail.stop();
  }

  @Override
  protected Action<Notify> restarted() {
    return Messages.withMail(mail.getSmtp().getPort());
  }

  @Override
  protected Notify work() {
    return Messages.email("users@example.org", "Tonight", "it begins");
  }

  @Override
  protected Notify undo() {
    return Messages.email("users@example.org", "Tonight", "it is taken back");
  }

  @Override
  protected Notify hopeless() {
    return Messages.email("nobody at all", "Tonight", "it begins");
  }

  @Override
  protected boolean observes() {
    return false;
  }

  /** A message is undone by the next one. */
  @Override
  protected boolean worked() {
    var messages = mail.getReceivedMessages();
    return messages.length > 0
        && GreenMailUtil.getBody(messages[messages.length - 1]).contains("it begins");
  }

  @Override
  protected int changes() {
    return mail.getReceivedMessages().length;
  }

  /** A message is there or it is not. */
  @Override
  protected void leaveHalfDone() {}
}
