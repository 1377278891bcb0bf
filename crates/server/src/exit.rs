use std::process::ExitCode;

/// How the program ends. Scripts may rely on the numbers.
#[derive(Debug)]
pub enum Exit {
    /// 0
    Done,
    /// 2: the command line or a setting is wrong; what to do is in the sentence.
    Usage(String),
    /// 2: the file that somebody asked about is refused; each line is located and says what to do.
    Rejected(Vec<String>),
    /// 3: the input was refused; each line is located and says what to do.
    Refused(Vec<String>),
    /// 4: something failed that the person cannot mend by changing the input.
    Fault(anyhow::Error),
    /// 5: something was looked at and is not as it should be; what and where is in the lines.
    Found(Vec<String>),
    /// 75: it could not be done now; whoever asked should come again. Mail servers know this number (`sysexits.h`).
    Later(String),
}

impl Exit {
    pub fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Exit::Done => 0,
            Exit::Usage(_) | Exit::Rejected(_) => 2,
            Exit::Refused(_) => 3,
            Exit::Fault(_) => 4,
            Exit::Found(_) => 5,
            Exit::Later(_) => 75,
        })
    }
}

impl From<anyhow::Error> for Exit {
    fn from(fault: anyhow::Error) -> Exit {
        Exit::Fault(fault)
    }
}
