package dev.evenkeel.estate;

/** What a system is. */
public enum SystemType {
  SOFTWARE,
  HARDWARE,
  SERVICE
}
