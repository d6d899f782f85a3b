package dev.evenkeel.server.execution.action.notify;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.evenkeel.runbook.words.Notify;
import dev.evenkeel.server.execution.action.Outcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What people get, and what is said when it cannot be sent. */
class EmailTest {
  @Test
  void carries_subject_text_and_an_id_made_of_the_attempt() throws Exception {
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      var attempt = anAttempt();

      Messages.withMail(mail.getSmtp().getPort())
          .start(
              Messages.email("users@example.org", "Tonight\nBcc: all@example.org", "Grüße"),
              attempt);

      var message = mail.getReceivedMessages()[0];
      assertThat(mail.getReceivedMessages()).hasSize(1);
      assertThat(message.getSubject()).isEqualTo("Tonight Bcc: all@example.org");
      assertThat(message.getContent().toString().strip()).isEqualTo("Grüße");
      assertThat(message.getFrom()[0]).hasToString("evenkeel@example.org");
      assertThat(message.getMessageID()).isEqualTo("<%s@example.org>".formatted(attempt.id()));
    } finally {
      mail.stop();
    }
  }

  @Test
  void says_what_to_set_when_there_is_no_mail_server() {
    assertThat(Messages.withoutMail().start(toUsers(), anAttempt()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).contains("SPRING_MAIL_HOST"));
  }

  @Test
  void says_that_the_mail_server_cannot_be_reached() throws Exception {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }

    assertThat(Messages.withMail(nobody).start(toUsers(), anAttempt()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).contains("cannot be reached"));
  }

  private static Notify toUsers() {
    return Messages.email("users@example.org", "Tonight", "it begins");
  }
}
