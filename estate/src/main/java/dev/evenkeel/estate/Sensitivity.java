package dev.evenkeel.estate;

/** What kind of data a system holds. */
public enum Sensitivity {
  CUSTOMER,
  BILLING,
  PERSONAL,
  INTERNAL
}
