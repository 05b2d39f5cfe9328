import Testing

@testable import Minutes

@Suite struct ChildProcessTests {
  @Test func givesWhatTheProgramWrites() throws {
    let result = try ChildProcess.run(
      "cat \"$1\" \"$1\" > \"$2\"; echo said >&2; exit 3", tool: "cat", input: [0x41])
    #expect(result.output == [0x41, 0x41])
    #expect(result.messages == "said\n")
    #expect(result.status == 3)
  }

  @Test func tellsAMissingProgram() throws {
    let result = try ChildProcess.run("exec no-such-program-here", tool: "x", input: [])
    #expect(result.status == 127)
  }

  @Test func limitsTheOutput() throws {
    let result = try ChildProcess.run(
      "exec head -c 9000000 /dev/zero > \"$2\"", tool: "head", input: [],
      limits: ChildProcess.Limits(seconds: 10, memory: 500_000, output: 1))
    #expect(result.isFull)
    #expect(result.output.count <= 1 << 20)
  }

  @Test func stopsAProgramThatHangs() throws {
    let result = try ChildProcess.run(
      "exec sleep 60", tool: "sleep", input: [],
      limits: ChildProcess.Limits(seconds: 1, grace: 1))
    #expect(result.wasStopped)
  }
}
