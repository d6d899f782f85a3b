package dev.evenkeel.estate;

/** Who works with a system. */
public enum Audience {
  CUSTOMERS,
  STAFF,
  MACHINES
}
