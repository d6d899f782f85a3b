package dev.evenkeel.server.comms;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Sha256;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something to tell, to a channel or to one person.
 *
 * @param key says what it is; a second message with the same key is not posted, such as {@code
 *     run/k3x9/beat/2026-11-22T03:00}; a digest stands in it where an address was
 * @param channel name of a channel; empty for one person
 * @param to e-mail address of one person; empty for a channel
 * @param text plain
 * @param html the same as HTML, for e-mail; whoever writes it escapes what it quotes
 * @param invite an iCalendar text, for e-mail
 * @param about path of what it is about, such as {@code /upgrades/12}
 * @param language such as {@code en}
 * @param actor in whose name
 * @param canWait whether a channel that tells such things together may hold it for its digest
 */
public record Message(
    String key,
    Optional<String> channel,
    Optional<String> to,
    String subject,
    String text,
    Optional<String> html,
    Optional<String> invite,
    String about,
    String language,
    Actor actor,
    boolean canWait) {
  private static final int LONGEST_KEY = 300;

  /** V105 of the database has made old keys the same way; they must never differ. */
  private static final Pattern ADDRESS = Pattern.compile("[^/ ]+@[^/ ]+");

  public Message {
    key = withoutAddresses(key);
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("a key has 1 to %d characters".formatted(LONGEST_KEY));
    }
    if (channel.isPresent() == to.isPresent()) {
      throw new IllegalArgumentException("a message goes to a channel or to a person: " + key);
    }
    if (!about.startsWith("/")) {
      throw new IllegalArgumentException("'%s' is no path".formatted(about));
    }
  }

  /** One that cannot wait. */
  public Message(
      String key,
      Optional<String> channel,
      Optional<String> to,
      String subject,
      String text,
      Optional<String> html,
      Optional<String> invite,
      String about,
      String language,
      Actor actor) {
    this(key, channel, to, subject, text, html, invite, about, language, actor, false);
  }

  /** Keys are seen by more people than addresses of single persons are. */
  private static String withoutAddresses(String key) {
    return ADDRESS.matcher(key).replaceAll(Sha256.hexOf(key).substring(0, 16));
  }

  public static Message toChannel(
      String key,
      String channel,
      String subject,
      String text,
      String about,
      String language,
      Actor actor) {
    return new Message(
        key,
        Optional.of(channel),
        Optional.empty(),
        subject,
        text,
        Optional.empty(),
        Optional.empty(),
        about,
        language,
        actor);
  }

  public static Message toPerson(
      String key,
      String address,
      String subject,
      String text,
      String about,
      String language,
      Actor actor) {
    return new Message(
        key,
        Optional.empty(),
        Optional.of(address),
        subject,
        text,
        Optional.empty(),
        Optional.empty(),
        about,
        language,
        actor);
  }

  public Message ifItCanWait(boolean can) {
    return new Message(key, channel, to, subject, text, html, invite, about, language, actor, can);
  }

  public Message withHtml(String page) {
    return new Message(
        key, channel, to, subject, text, Optional.of(page), invite, about, language, actor);
  }

  public Message withInvite(String calendar) {
    return new Message(
        key, channel, to, subject, text, html, Optional.of(calendar), about, language, actor);
  }
}
