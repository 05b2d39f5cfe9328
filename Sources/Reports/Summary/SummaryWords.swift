package import Deliberation

/// The words that staff read, for what the model names.
package enum SummaryWords {
  package static func stance(_ stance: Stance) -> String {
    switch stance {
    case .support: "賛同"
    case .conditionalSupport: "条件付き賛同"
    case .oppose: "反対"
    case .concern: "懸念"
    case .request: "要望"
    case .question: "質問"
    case .answer: "回答"
    case .comment: "意見"
    }
  }

  package static func modality(_ modality: Modality) -> String {
    switch modality {
    case .suggestion: "提案"
    case .commitment: "対応の表明"
    case .invitation: "意見の募集"
    case .procedural: "議事進行"
    }
  }

  package static func group(_ group: SummaryGroupKind) -> String {
    switch group {
    case .support: "賛同"
    case .conditionalSupport: "条件付き賛同"
    case .against: "懸念・反対"
    case .asks: "要望・質問"
    case .agreement: "他の発言者への賛同（案への賛同には数えない）"
    case .remarks: "その他の意見"
    case .procedure: "議事の進め方"
    case .administration: "事務局等の発言"
    }
  }

  package static func kind(_ kind: SpeakerKind) -> String {
    switch kind {
    case .chair: "議長・主査"
    case .deputyChair: "議長・主査の代理"
    case .member: "構成員"
    case .secretariat: "事務局"
    case .official: "行政"
    case .observer: "オブザーバ"
    case .guest: "説明者・参考人"
    case .anonymous: "氏名の記載なし"
    case .unknown: "立場不明"
    }
  }

  package static func targetKind(_ kind: TargetKind) -> String {
    switch kind {
    case .proposal: "事務局案等の提案"
    case .speaker: "他の発言者"
    case .topic: "個別の論点"
    case .organisation: "機関・団体"
    }
  }

  package static func how(_ how: ReportedHow) -> String {
    switch how {
    case .explicit: "紹介"
    case .presumed: "推測"
    case .resolved: "解消済みとして言及"
    }
  }

  /// How far the quoted words are those that were spoken; nil for a verbatim record.
  package static func caution(_ level: Level) -> String? {
    switch level {
    case .verbatim: nil
    case .namedSummary:
      "「」内は議事概要による。議事概要は発言の要旨であり、発言をそのまま記録したものではない。"
    case .anonymousSummary:
      "「」内は議事要旨による。発言者の氏名の記載はなく、発言をそのまま記録したものではない。"
    case .decisions, .narration:
      "「」内は議事の経過の記述による。発言をそのまま記録したものではない。"
    case .questionsAnswers:
      "「」内は質疑応答の要旨による。発言をそのまま記録したものではない。"
    case .written: "「」内は提出された書面による。会議での発言ではない。"
    case .mixed: "「」内には要旨と逐語の記録が混在する。各行の表示による。"
    }
  }

  /// The kind of record beside a line whose level is not that of the whole.
  package static func level(_ level: Level) -> String {
    switch level {
    case .verbatim: "議事録"
    case .namedSummary: "議事概要"
    case .anonymousSummary: "議事要旨"
    case .decisions: "決定事項"
    case .narration: "経過"
    case .questionsAnswers: "質疑応答"
    case .written: "書面"
    case .mixed: "混在"
    }
  }

  package static func status(_ status: RecordStatus) -> String {
    switch status {
    case .provisional: "暫定版"
    case .final: "確定版"
    case .erratum: "正誤"
    }
  }
}
