// SPDX-License-Identifier: Apache-2.0
package self.mavenfuzz.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a line of the channel says: it is no message, or is the same when it is sent on. */
class MessageJsonTest {

  @FuzzTest
  @ValueSource(
      strings = {
        "{\"hello\":{\"token\":\"t\",\"version\":\"1\"}}",
        "{\"warmed\":{\"fresh\":[[{\"classId\":\"1\",\"className\":\"a/B\",\"probeCount\":3,"
            + "\"probes\":\"AQ==\"}]]}}",
        "{\"fuzzed\":{\"executions\":5,\"interesting\":[],\"touched\":[],\"repeats\":{\"a\":1}}}",
        "{\"closed\":{\"notices\":[\"n\"]}}"
      })
  void readsWhatItWrites(String line) {
    Response response;
    try {
      response = MessageJson.toResponse(line);
    } catch (ProtocolException e) {
      return;
    }
    try {
      assertEquals(response, MessageJson.toResponse(MessageJson.toJson(response)));
    } catch (ProtocolException e) {
      throw new AssertionError("cannot read what it wrote", e);
    }
  }
}
