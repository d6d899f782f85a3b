package dev.evenkeel.server.schedule.budget.money;

import java.time.LocalDate;

/**
 * A period of a budget, or what stands outside of all of them.
 *
 * @param amount what may be spent
 * @param planned of upgrades that happen in it
 * @param approved of that
 * @param spent on days in it
 * @param toCome what upgrades that happen in it have not spent yet
 */
public record PeriodUse(
    String title,
    LocalDate from,
    LocalDate to,
    long amount,
    long planned,
    long approved,
    long spent,
    long toCome) {
  private static final long FULL = 1000;

  public long forecast() {
    return spent + toCome;
  }

  /** What is neither spent nor still to come; below 0 when it does not suffice. */
  public long left() {
    return amount - forecast();
  }

  /** More was spent than there was. */
  public boolean isOverspent() {
    return spent > amount;
  }

  /** It does not suffice for all that is planned. */
  public boolean isShort() {
    return left() < 0;
  }

  public boolean isApprovedTooMuch() {
    return approved > amount;
  }

  private long widest() {
    return Math.max(
        1, Math.max(Math.max(amount, planned), Math.max(Math.max(approved, spent), forecast())));
  }

  /** How far along the bar an amount is, in tenths of a percent. */
  private String share(long part) {
    long tenths = (long) ((double) Math.max(0, part) / widest() * FULL);
    return "%d.%d%%".formatted(tenths / 10, tenths % 10);
  }

  public String amountShare() {
    return share(amount);
  }

  public String plannedShare() {
    return share(planned);
  }

  public String approvedShare() {
    return share(approved);
  }

  public String spentShare() {
    return share(spent);
  }

  public String toComeShare() {
    return share(toCome);
  }
}
