/** What bench/blast-radius.sh runs: not a test, and not in the product. */
package dev.evenkeel.server.inventory.bench;
