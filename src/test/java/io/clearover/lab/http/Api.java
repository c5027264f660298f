package io.clearover.lab.http;

import java.io.IOException;

/** One API of the lab: answers a call, or drops it. */
public interface Api {

    void answer(Call call) throws IOException;
}
