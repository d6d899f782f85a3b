package dev.evenkeel.server.risk.reckon;

import java.util.Arrays;
import java.util.List;

/** What must be answered before an upgrade. The names are stored and never change. */
public enum Question {
  /** With the security team. */
  AUTHENTICATION(
      Part.SECURITY,
      "Does the release change how people and programs sign in?",
      "If yes: what must be configured after it?"),
  ENCRYPTION(
      Part.SECURITY,
      "Does it change protocols, ciphers, keys or certificates?",
      "If yes: what must be configured after it?"),
  PERMISSIONS(
      Part.SECURITY,
      "Does it change roles, permissions or what is open by default?",
      "If yes: what must be configured after it?"),
  SECURITY_TEAM(
      Part.SECURITY, "Has the security team looked at it?", "Who, and what did they say?"),
  /** What is required of the new version. */
  REDEVELOP(
      Part.REQUIREMENTS,
      "Must customisations or integrations be developed again, or plugins upgraded?",
      "If yes: which, by whom?"),
  HISTORICAL_DATA(
      Part.REQUIREMENTS,
      "Must historical data of customisations be carried over?",
      "If yes: which, and how?"),
  PURCHASES(
      Part.REQUIREMENTS,
      "Must anything be upgraded, installed or bought by the technical specification?",
      "If yes: what?"),
  DESIGN(Part.REQUIREMENTS, "Does the theme or design need upgrading?", "If yes: what?");

  /** Which list it is of. */
  public enum Part {
    SECURITY,
    REQUIREMENTS
  }

  private final Part part;
  private final String asks;
  private final String follows;

  Question(Part part, String asks, String follows) {
    this.part = part;
    this.asks = asks;
    this.follows = follows;
  }

  public Part part() {
    return part;
  }

  public String asks() {
    return asks;
  }

  /** What must be said beside the answer. */
  public String follows() {
    return follows;
  }

  public static List<Question> of(Part part) {
    return Arrays.stream(values()).filter(question -> question.part == part).toList();
  }
}
