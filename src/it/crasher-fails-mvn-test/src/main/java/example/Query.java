// SPDX-License-Identifier: Apache-2.0
package example;

public final class Query {
  private Query() {}

  /** The value of a query such as {@code ?name=value}; empty if there is none. */
  public static String value(String query) {
    return query.startsWith("?") ? query.substring(query.indexOf('=', 1) + 1, query.length() - 1) : "";
  }
}
