package fr.palabre.analytics.web;

import java.util.List;

/**
 * When the posts of one account did better, in words.
 *
 * @param level the badge's word; {@code tone} and {@code icon} go with it
 * @param said how much may be made of it, and on how many posts
 * @param check what became of the advice where it was tried; empty where it was not
 */
public record BestTimesView(
    String account, String name, String level, String tone, String icon, String said,
    String check, List<Window> windows) {

  /**
   * @param day 1 for Monday
   * @param hour as a form sends it
   * @param when "jeudi, 18 h 00 – 20 h 00"
   * @param gain "+8 %"
   * @param about "entre −1 % et +18 % · 12 publications"
   */
  public record Window(int day, String hour, String when, String gain, String about) {}
}
