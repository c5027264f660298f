/** The lab's HTTP plumbing: reading a request, answering it, dropping its connection. It knows no protocol above HTTP. */
package io.clearover.lab.http;
