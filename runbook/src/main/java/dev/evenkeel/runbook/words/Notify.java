package dev.evenkeel.runbook.words;

import java.util.List;
import java.util.Optional;

/** Tells people: through a webhook or by e-mail. Exactly one of the two. */
@Says("sends a message")
@Keys(exactlyOne = {"webhook", "email"})
public record Notify(
    @Says("address of a webhook; gets JSON, signed as Standard Webhooks when `secret` is given")
        Optional<String> webhook,
    @Says("key to sign with; name a secret") Optional<String> secret,
    @Says("e-mail addresses") List<String> email,
    @Says("subject line of the e-mail") Optional<String> subject,
    @Says("the message") String text) {

  public Notify {
    email = List.copyOf(email);
  }
}
