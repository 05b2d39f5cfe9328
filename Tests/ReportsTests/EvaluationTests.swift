import Deliberation
import Evaluation
import JapaneseText
import Reports
import Testing

@Suite struct EvaluationTests {
  private let gold: Gold
  private let record: Record

  init() throws {
    gold = try Gold(json: GoldRecord.bytes(GoldRecord.session86), name: "ip-network-086.json")
    record = try GoldRecord().record()
  }

  private func figures(_ change: (inout Record) -> Void = { _ in }) -> EvaluationResult {
    var changed = record
    change(&changed)
    return EvaluationResult.compare([(changed, gold)])
  }

  @Test func perfectRecordHasPerfectFigures() throws {
    let evaluation = figures()
    #expect(evaluation.differences == [])
    #expect(evaluation.figures.count >= 20)
    for figure in evaluation.figures {
      #expect(figure.value == (figure.unit == "error share" ? 0 : 1), "\(figure.key)")
    }
    #expect(evaluation.figure("turns")?.n == 22)
    #expect(evaluation.figure("stanceLenient")?.n == 53)
    #expect(evaluation.figure("reported")?.n == 8)
    #expect(evaluation.figure("nuggetsVital")?.n == 47)
    #expect(evaluation.figure("attendance")?.n == 28)
  }

  @Test func whiteSpaceAndWidthsMakeNoDifference() {
    let evaluation = figures { record in
      for index in record.statements.indices {
        let text = record.statements[index].text
        record.statements[index].text = text.replacing("1", with: "１")
      }
    }
    #expect(evaluation.figure("turns")?.value == 1)
    #expect(evaluation.figure("stanceStrict")?.value == 1)
  }

  @Test func lostStatementIsMissedAndNothingElse() {
    let evaluation = figures { $0.statements.removeLast() }
    #expect(evaluation.figure("turns")?.missed == 1)
    #expect(evaluation.figure("turns")?.wrong == 0)
    #expect(evaluation.figure("speakers")?.right == 21)
    #expect(evaluation.figure("speakers")?.missed == 1)
    #expect(evaluation.figure("stanceLenient")?.missed == 3)
    #expect(evaluation.figure("stanceLenient")?.wrong == 0)
  }

  @Test func changedStatementIsStillTheSame() {
    let evaluation = figures { $0.statements[3].text += "以上。" }
    #expect(evaluation.figure("turns")?.right == 21)
    #expect(evaluation.figure("turns")?.wrong == 1)
    #expect(evaluation.figure("turns")?.missed == 1)
    #expect(evaluation.figure("stanceLenient")?.value == 1)
    #expect(evaluation.figure("speakers")?.value == 1)
  }

  @Test func unknownSpeakerIsNotWrong() {
    let evaluation = figures {
      $0.statements[0].speakerName = nil
      $0.statements[1].speakerName = "江崎 裕"
      $0.statements[3].readByName = nil
    }
    #expect(evaluation.figure("speakers")?.missed == 1)
    #expect(evaluation.figure("speakers")?.wrong == 1)
    #expect(evaluation.figure("readers")?.value == 0)
  }

  @Test func labelsAreComparedSignBySign() {
    let evaluation = figures {
      $0.statements[0].label = "内田 構成員"
      $0.statements[1].label = nil
    }
    #expect(evaluation.figure("labels")?.wrong == 2)
    #expect(evaluation.figure("speakers")?.value == 1)
  }

  @Test func placementIsTheWholeSet() {
    let evaluation = figures {
      $0.statements[0].agenda = [AgendaPath([1])]
      $0.statements[15].agenda = [AgendaPath([2]), AgendaPath([3])]
    }
    #expect(evaluation.figure("agenda")?.wrong == 2)
  }

  @Test func turnedStanceIsAFlip() {
    let evaluation = figures { $0.statements[3].positions[1].stance = .oppose }
    #expect(evaluation.figure("polarityFlips")?.wrong == 1)
    #expect(evaluation.figure("misattributions")?.wrong == 0)
    #expect(evaluation.figure("stanceLenient")?.wrong == 1)
    #expect(evaluation.figure("stanceLenient")?.missed == 1)
  }

  @Test func equallyRightStanceCountsLeniently() {
    let evaluation = figures { $0.statements[0].positions[1].stance = .conditionalSupport }
    #expect(evaluation.figure("stanceLenient")?.value == 1)
    #expect(evaluation.figure("stanceStrict")?.missed == 1)
  }

  @Test func reportedViewTakenAsOwnIsMisattribution() {
    let evaluation = figures { record in
      let view = record.statements[0].reported[0]
      record.statements[0].positions.append(
        Position(
          stance: view.stance, targetKind: .topic, target: nil, clause: view.clause,
          evidence: view.evidence, cue: view.clause, rule: "test"))
      record.statements[0].reported = []
    }
    #expect(evaluation.figure("misattributions")?.wrong == 1)
    #expect(evaluation.figure("polarityFlips")?.wrong == 0)
    #expect(evaluation.figure("reported")?.missed == 1)
  }

  @Test func commentWhereTheGoldHasNothingIsNoError() {
    let evaluation = figures { record in
      let sentence = record.statements[3].sentences[0]
      for stance in [Stance.comment, .request] {
        record.statements[3].positions.append(
          Position(
            stance: stance, targetKind: .topic, target: nil, clause: sentence, evidence: sentence,
            cue: sentence, rule: "test"))
      }
    }
    #expect(evaluation.figure("stanceLenient")?.wrong == 1)
  }

  @Test func positionThatIsNotNeededIsNoMiss() {
    let evaluation = figures { $0.statements[3].positions.removeFirst() }
    #expect(evaluation.figure("stanceLenient")?.value == 1)
  }

  @Test func relationsTakeAnyChoice() {
    #expect(figures { $0.statements[6].relations = [] }.figure("relations")?.value == 1)
    let evaluation = figures { record in
      record.statements[1].relations = []
      record.statements[5].relations[0].to = [1]
    }
    #expect(evaluation.figure("relations")?.missed == 2)
    #expect(evaluation.figure("relations")?.wrong == 1)
  }

  @Test func acceptableLinksAreNeutral() {
    let evaluation = figures { record in
      let link = { (law: String, element: String) in
        ProvisionLink(
          provision: Provision(law: law, element: element), citation: "", basis: .term,
          evidence: nil, rule: "test")
      }
      record.statements[0].links.append(link("405AC0000000088", "Mp-At_32-Pr_1"))
      record.statements[0].links.append(link("405AC0000000088", "Mp-At_1"))
      record.statements[3].links[0] = link("360M50001000025", "Mp-At_58-Pr_2-It_2")
      record.statements[1].links = []
    }
    #expect(evaluation.figure("linksArticle")?.wrong == 1)
    #expect(evaluation.figure("linksArticle")?.missed == 0)
    #expect(evaluation.figure("linksExact")?.wrong == 2)
    #expect(evaluation.figure("linksExact")?.missed == 1)
  }

  @Test func eventsKeepTheirOrder() {
    let evaluation = figures { record in
      record.events.removeAll { $0.kind == .noQuestions || $0.kind == .agendaMove }
      record.events[1].agenda = []
    }
    #expect(evaluation.figure("events")?.missed == 1)
    #expect(evaluation.figure("events")?.wrong == 0)
  }

  @Test func headAndAttendance() {
    let evaluation = figures { record in
      record.meeting.place = nil
      record.meeting.number = 85
      record.attendance.removeFirst()
      record.attendance[0].kind = .member
      record.agenda[0].items.removeLast()
    }
    #expect(evaluation.figure("header")?.missed == 1)
    #expect(evaluation.figure("header")?.wrong == 1)
    #expect(evaluation.figure("attendance")?.missed == 1)
    #expect(evaluation.figure("attendanceFields")?.wrong == 1)
    #expect(evaluation.figure("agendaTree")?.missed == 1)
  }

  @Test func spanOutsideTheTextIsFound() {
    let evaluation = figures { $0.statements[0].positions[0].clause = TextSpan(170, 200) }
    #expect(evaluation.figure("evidenceIntegrity")?.wrong == 1)
  }

  @Test func poolsDocuments() {
    let evaluation = EvaluationResult.compare([(record, gold), (record, gold)])
    #expect(evaluation.figure("turns")?.n == 44)
    #expect(evaluation.documents == 2)
  }

  @Test func givesTheSameTwice() {
    let change = { (record: inout Record) in record.statements[3].positions[1].stance = .oppose }
    let once = figures(change).report.rendered(as: .json)
    #expect(once == figures(change).report.rendered(as: .json))
    #expect(once.contains("stanceMacroLenient"))
  }

  @Test func wilsonAndBootstrap() {
    // Newcombe 1998, table I: 81 of 263.
    let interval = Interval.wilson(right: 81, of: 263)
    #expect(abs((interval?.low ?? 0) - 0.2553) < 0.0001)
    #expect(abs((interval?.high ?? 0) - 0.3662) < 0.0001)
    #expect(Interval.wilson(right: 0, of: 0) == nil)
    let units = (0..<100).map { Tally(right: $0 % 2, missed: ($0 + 1) % 2) }
    let spread = Interval.bootstrap(units.count) { units.sum(of: $0).recall }
    #expect(abs((spread?.low ?? 0) - 0.4) < 0.05 && abs((spread?.high ?? 0) - 0.6) < 0.05)
  }
}
