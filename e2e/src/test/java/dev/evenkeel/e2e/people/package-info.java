/** People of an organisation at their browsers, each of them signed in as nobody else. */
package dev.evenkeel.e2e.people;
