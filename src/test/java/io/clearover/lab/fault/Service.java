package io.clearover.lab.fault;

import io.clearover.lab.http.Api;
import io.clearover.lab.http.Call;
import java.io.IOException;

/** An API that can be made to misbehave. */
public interface Service extends Api {

    /** What a call is about; changes nothing. */
    About about(Call call);

    /** Answers with an error of this service, as when something within it is broken. */
    void refuse(Call call) throws IOException;

    /** Answers as to a caller with wrong credentials. */
    void refuseCredentials(Call call) throws IOException;
}
