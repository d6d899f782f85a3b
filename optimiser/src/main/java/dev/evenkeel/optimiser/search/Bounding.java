package dev.evenkeel.optimiser.search;

/**
 * Finds what shared things are worth. That gives the bound, and timetables that are filled by these
 * prices. Ends when prices hardly change any more.
 */
final class Bounding implements Runnable {
  /** How much of the time goes into prices at most. */
  private static final double SHARE = 0.6;

  private final Model model;
  private final Exchange exchange;

  Bounding(Model model, Exchange exchange) {
    this.model = model;
    this.exchange = exchange;
  }

  @Override
  public void run() {
    Ascent ascent = new Ascent(model);
    Exchange.Look look = exchange.new Look();
    while (!exchange.isOver() && !ascent.isSpent() && exchange.share() < SHARE) {
      exchange.raise(ascent.bound());
      if (look.isDue()) {
        fill(ascent.prices());
      }
      ascent.step(exchange.best().total());
    }
    exchange.raise(ascent.bound());
    fill(ascent.prices());
  }

  private void fill(Prices prices) {
    Outlook outlook = Outlook.of(model, prices);
    Board board = Filling.of(model, outlook);
    exchange.price(outlook);
    exchange.offer(board.choices(), board.total());
  }
}
