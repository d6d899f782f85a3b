package dev.evenkeel.server.comms;

import java.util.Optional;

/**
 * What people say of a channel.
 *
 * @param name such as {@code operations}; templates and plans name it
 * @param address for e-mail those it goes to, with commas between; for a webhook where it is; else
 *     nothing
 * @param secret name of the secret with the password, the signing key or the address itself
 * @param mail how e-mail leaves; only for e-mail
 * @param language of what is told, such as {@code en} or {@code de}
 * @param audience who reads it, in a word or two
 * @param digest whether what can wait is told together
 * @param forPeople whether e-mail to single persons leaves through this channel
 * @param inDoubt what becomes of a message of which nobody knows whether it arrived
 */
public record ChannelTerms(
    String name,
    ChannelKind kind,
    String address,
    Optional<String> secret,
    Optional<MailTerms> mail,
    String language,
    String audience,
    boolean digest,
    boolean forPeople,
    InDoubt inDoubt) {

  /** How mail is encrypted on its way. */
  public enum Security {
    /** By STARTTLS, or it is not sent. */
    STARTTLS,
    /** From the first byte. */
    TLS,
    /** Not at all; for a relay on the same machine. */
    NONE
  }

  /** What becomes of a message of which nobody knows whether it arrived. */
  public enum InDoubt {
    /** It stands as failed, and a person decides. */
    HOLD,
    /** It is sent again, under the same id. */
    AGAIN
  }

  /**
   * A mail server.
   *
   * @param username empty when it asks for none
   * @param sender who it is from
   */
  public record MailTerms(
      String host, int port, Security security, Optional<String> username, String sender) {}
}
