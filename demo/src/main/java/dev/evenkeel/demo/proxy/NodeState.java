package dev.evenkeel.demo.proxy;

import java.util.Locale;

/** What the proxy sends to a node. */
public enum NodeState {
  /** Its share of the requests. */
  READY,
  /** Nothing new; what is under way is finished. */
  DRAIN,
  /** Nothing: it is away. */
  OUT;

  /** As written in the admin API: {@code ready}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
