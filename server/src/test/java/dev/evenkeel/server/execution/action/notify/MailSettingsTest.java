package dev.evenkeel.server.execution.action.notify;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.action.Outcome;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The action in a server with and without settings for mail. */
class MailSettingsTest {
  private final ApplicationContextRunner server =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
          .withBean(Clock.class, Clock::systemUTC)
          .withBean(Webhook.class)
          .withBean(Email.class)
          .withBean(NotifyAction.class);

  @Test
  void starts_without_a_mail_server() {
    server.run(started ->
        assertThat(
                started
                    .getBean(NotifyAction.class)
                    .start(Messages.email("users@example.org", "s", "t"), anAttempt()))
            .isInstanceOfSatisfying(
                Outcome.Failed.class,
                failed -> assertThat(failed.reason()).contains("SPRING_MAIL_HOST")));
  }

  @Test
  void never_waits_for_a_mail_server_without_end() {
    server
        .withPropertyValues("spring.mail.host=127.0.0.1")
        .run(started ->
            assertThat(started.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                .containsKeys(
                    "mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout"));
  }
}
