//! Just enough HTTP to ask the program something and to send it a form.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// A connection that is kept open between requests.
pub struct Connection {
    port: u16,
    stream: BufReader<TcpStream>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Of the head and the body as they came over the wire.
    pub size: usize,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> Result<&str> {
        std::str::from_utf8(&self.body).context("the answer is no text")
    }
}

pub fn get(port: u16, path: &str, encoding: &str) -> Result<Answer> {
    Connection::open(port)?.ask("GET", path, encoding, None)
}

pub fn post(port: u16, path: &str, form: &str) -> Result<Answer> {
    Connection::open(port)?.ask("POST", path, "identity", Some(form))
}

impl Connection {
    pub fn open(port: u16) -> Result<Connection> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        stream.set_nodelay(true)?;
        Ok(Connection { port, stream: BufReader::new(stream) })
    }

    pub fn ask(&mut self, method: &str, path: &str, encoding: &str, form: Option<&str>) -> Result<Answer> {
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept-Encoding: {encoding}\r\nAccept: text/html, */*\r\n",
            self.port
        );
        if let Some(form) = form {
            request.push_str("Content-Type: application/x-www-form-urlencoded\r\n");
            request.push_str(&format!("Content-Length: {}\r\n", form.len()));
        }
        request.push_str("\r\n");
        request.push_str(form.unwrap_or_default());
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.read()
    }

    fn read(&mut self) -> Result<Answer> {
        let mut size = 0;
        let mut line = String::new();
        let mut lines = Vec::new();
        loop {
            line.clear();
            let read = self.stream.read_line(&mut line)?;
            if read == 0 {
                bail!("the connection was closed");
            }
            size += read;
            if line.trim_end().is_empty() {
                break;
            }
            lines.push(line.trim_end().to_owned());
        }
        let mut lines = lines.into_iter();
        let first = lines.next().context("an answer begins with its status")?;
        let status = first.split(' ').nth(1).and_then(|digits| digits.parse().ok()).context(first)?;
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':').map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())))
            .collect();
        let mut answer = Answer { status, headers, body: Vec::new(), size };
        if answer.header("transfer-encoding").is_some_and(|value| value.contains("chunked")) {
            self.read_chunks(&mut answer)?;
        } else {
            let length = answer.header("content-length").and_then(|digits| digits.parse().ok()).unwrap_or(0);
            answer.body = vec![0; length];
            self.stream.read_exact(&mut answer.body)?;
            answer.size += length;
        }
        Ok(answer)
    }

    fn read_chunks(&mut self, answer: &mut Answer) -> Result<()> {
        loop {
            let mut line = String::new();
            answer.size += self.stream.read_line(&mut line)?;
            let length = usize::from_str_radix(line.trim(), 16).with_context(|| format!("a chunk of {line:?}"))?;
            let mut chunk = vec![0; length + 2];
            self.stream.read_exact(&mut chunk)?;
            answer.size += chunk.len();
            chunk.truncate(length);
            if length == 0 {
                return Ok(());
            }
            answer.body.extend(chunk);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    #[test]
    fn answers_with_a_length_and_in_chunks_are_read_on_one_connection() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a connection");
            let mut heard = [0; 4096];
            for words in [
                "HTTP/1.1 303 See Other\r\nLocation: /there\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nglasn\r\n2\r\no!\r\n0\r\n\r\n",
            ] {
                let read = stream.read(&mut heard).expect("a request");
                assert!(heard[..read].starts_with(b"POST /s HTTP/1.1\r\n"));
                assert!(heard[..read].ends_with(b"\r\n\r\na=1"));
                stream.write_all(words.as_bytes()).expect("an answer");
            }
        });
        let mut connection = Connection::open(port).expect("a connection");
        let mut ask = || connection.ask("POST", "/s", "br", Some("a=1")).expect("an answer");
        let first = ask();
        assert_eq!((first.status, first.header("location"), first.text().ok()), (303, Some("/there"), Some("ok")));
        let second = ask();
        assert_eq!((second.status, second.text().ok()), (200, Some("glasno!")));
        server.join().expect("the server ends");
    }
}
