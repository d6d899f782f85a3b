package dev.evenkeel.server.comms;

import java.util.Locale;

/** The ways messages go. Names are stored, so they never change. */
public enum ChannelKind {
  SMTP("e-mail"),
  SLACK("Slack"),
  TEAMS("Microsoft Teams"),
  MATTERMOST("Mattermost"),
  WEBHOOK("webhook");

  private final String title;

  ChannelKind(String title) {
    this.title = title;
  }

  /** As people call it. */
  public String title() {
    return title;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether whoever knows the address may post, so that the address itself is the secret. */
  public boolean isSecretAddress() {
    return this == SLACK || this == TEAMS || this == MATTERMOST;
  }
}
